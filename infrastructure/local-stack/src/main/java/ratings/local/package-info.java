/**
 * The local stack: reads {@code template.yaml} and runs what it says on this machine. Puts the
 * packages below together; none of them knows this one.
 */
package ratings.local;
