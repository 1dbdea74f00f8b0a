/// The pure logic of grade histories: folds an episode, and compares the result with the history that people saw.
///
/// It obeys the rule of the core: no input or output, no clock, no thread.
@NullMarked
package health.vigil.history;

import org.jspecify.annotations.NullMarked;
