/**
 * The pattern language that Lambda's FilterCriteria and SNS's filter policies share. Knows JSON and
 * nothing else; what it does not know is an error, never a pattern that matches.
 */
package ratings.local.patterns;
