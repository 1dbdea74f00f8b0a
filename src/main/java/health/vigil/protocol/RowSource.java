package health.vigil.protocol;

import java.util.Optional;

/// Where a row comes from.
///
/// @param page the number, as in `4`
public record RowSource(String document, Optional<String> edition, Optional<String> page) {
    /// `Haematology CRS policy v7, p. 4`.
    public String text() {
        return document
                + edition.map(name -> " " + name).orElse("")
                + page.map(number -> ", p. " + number).orElse("");
    }
}
