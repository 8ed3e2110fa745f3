/** Reports of what customers answered, for managers, and of their own for teammates. */
package ratings.functions.report;
