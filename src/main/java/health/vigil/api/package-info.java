/// The API's shared parts: lists, cursors, queries, transactions, and what a user may see.
@NullMarked
package health.vigil.api;

import org.jspecify.annotations.NullMarked;
