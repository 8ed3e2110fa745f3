/** Exports rows: takes orders for files, tells how they stand, writes them, hands out links. */
package ratings.functions.export;
