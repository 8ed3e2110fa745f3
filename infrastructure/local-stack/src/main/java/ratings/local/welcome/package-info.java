/**
 * What people see first: the start page, and what to try next; and the requests to rate that went
 * out. Knows the stack's parts, never the stack.
 */
package ratings.local.welcome;
