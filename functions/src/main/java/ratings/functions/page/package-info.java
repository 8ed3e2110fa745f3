/**
 * The page behind a request's link, made on the server and without a script: shows the form, takes
 * what it sends, and tells customers the truth about their rating (R9, D14).
 */
package ratings.functions.page;
