/** Whom the local stack plays: account, region and credentials that every part agrees on. */
package ratings.local.account;
