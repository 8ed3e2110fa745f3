/** What the product knows. Pure: {@code java.*} only. */
package ratings.domain;
