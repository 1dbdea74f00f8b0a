package health.vigil.exchange;

import java.util.Optional;

/// The result of looking up a code.
public sealed interface CodeMatch {
    /// A table has it.
    ///
    /// @param unit the unit of a value that comes without one, if the table names it
    record Found(Meaning meaning, Optional<String> unit) implements CodeMatch {}

    /// No table has it.
    record NotOurs() implements CodeMatch {}

    /// A part of it is ours and the other part is not, or two codings mean different things. It must not be
    /// guessed.
    ///
    /// @param reason why, without the code
    record Ambiguous(String reason) implements CodeMatch {}
}
