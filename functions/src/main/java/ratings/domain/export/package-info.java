/**
 * Exports of ratings: the job and its life, how rows become a file, one run that writes it, and the
 * ports that this takes. May use the list of ratings and documents.
 */
package ratings.domain.export;
