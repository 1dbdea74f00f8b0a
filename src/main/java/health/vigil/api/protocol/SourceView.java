package health.vigil.api.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.protocol.RowSource;
import java.util.Optional;

/// Where a row comes from.
///
/// @param text all of it in one line
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SourceView(String document, Optional<String> edition, Optional<String> page, String text) {
    static SourceView of(RowSource source) {
        return new SourceView(source.document(), source.edition(), source.page(), source.text());
    }
}
