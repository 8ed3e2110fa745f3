/**
 * What people see first: the start page, and what to try next. Knows the stack's parts, never the
 * stack.
 */
package ratings.local.welcome;
