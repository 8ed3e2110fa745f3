/**
 * One folder for each function of template.yaml, named by what it does: a handler that reads as the
 * data flow, and what only it needs. Stands on {@code http}, {@code aws} and the domain.
 */
package ratings.functions;
