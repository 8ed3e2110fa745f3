/** Registers who may send survey scores of which bot: parse, decide, store, respond. */
package ratings.functions.bots;
