package health.vigil.api.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import health.vigil.registry.RegistryCell;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A value of the export: a number or a text.
@Schema(oneOf = {BigDecimal.class, String.class})
record CellView(@JsonValue Object value) {
    static CellView of(RegistryCell cell) {
        return new CellView(
                switch (cell) {
                    case RegistryCell.TextCell(var text) -> text;
                    case RegistryCell.NumberCell(var number) -> number;
                    case RegistryCell.TimeCell(var at) -> at.toString();
                    case RegistryCell.LocalTimeCell(var at) -> at.toString();
                });
    }
}
