/// Pure logic of grade histories: folds an episode, and compares the result with the history that people saw.
///
/// Like the rest of the core it has no input or output, no clock and no thread.
@NullMarked
package health.vigil.history;

import org.jspecify.annotations.NullMarked;
