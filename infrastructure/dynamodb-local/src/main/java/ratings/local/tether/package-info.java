/** JVMs that end with the one that started them. May use {@code java.*} only. */
package ratings.local.tether;
