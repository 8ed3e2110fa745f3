/** HTTP servers that only this machine can reach. May use {@code java.*} only. */
package ratings.local.loopback;
