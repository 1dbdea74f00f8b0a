package health.vigil.exchange;

import java.util.Optional;

/// A code as a message carries it.
///
/// @param system the code system as the message names it; empty if it names none
/// @param name the text beside the code: the name of an MDC number; absent if the format has none
public record SourceCode(String system, String code, Optional<String> name) {
    public static SourceCode of(String system, String code) {
        return new SourceCode(system, code, Optional.empty());
    }

    public static SourceCode named(String system, String code, String name) {
        return new SourceCode(system, code, Optional.of(name));
    }
}
