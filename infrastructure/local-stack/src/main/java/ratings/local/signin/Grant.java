package ratings.local.signin;

/**
 * What a code stands for, and is bound to.
 *
 * @param nonce of the client, empty where it sent none
 */
public record Grant(
    String clientId, String redirectUri, Challenge challenge, String nonce, Person person) {}
