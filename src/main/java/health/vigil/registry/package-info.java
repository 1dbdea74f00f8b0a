/// Core: computes what registries and trials ask about one episode, from the history of its grades and its
/// records.
@NullMarked
package health.vigil.registry;

import org.jspecify.annotations.NullMarked;
