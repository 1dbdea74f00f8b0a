package health.vigil.exchange;

import java.util.Optional;

/// A row of a table of codes.
///
/// @param system the canonical name of the code system
/// @param code of MDC and MDIL the number and the name, as in `150021^MDC_PRESS_BLD_NONINV_SYS`
/// @param word the meaning in our words
/// @param unit the unit (UCUM) of a value that comes without one
/// @param line where the row was read, 0 for a row that was not read
public record CodeRow(String system, String code, String word, Optional<String> unit, int line) {
    static CodeRow of(String system, String code, String word) {
        return new CodeRow(system, code, word, Optional.empty(), 0);
    }
}
