/**
 * Takes survey scores from the platforms of virtual assistants: a drop-in for an API that they
 * speak already.
 */
package ratings.functions.feedback;
