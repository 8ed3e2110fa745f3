package ratings.local.template;

/**
 * A function of CloudFormation, short or long form alike.
 *
 * @param name without {@code Fn::}, such as {@code Ref} or {@code Sub}
 */
record Intrinsic(String name, Object argument) {}
