/** Proof that a text handed out comes back unchanged. Stands alone. */
package ratings.domain.signing;
