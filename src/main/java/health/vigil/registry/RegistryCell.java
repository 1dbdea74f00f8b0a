package health.vigil.registry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;

/// A value of the export.
public sealed interface RegistryCell {
    /// A text that people or other systems may have written.
    record TextCell(String text) implements RegistryCell {}

    record NumberCell(BigDecimal number) implements RegistryCell {}

    record TimeCell(Instant at) implements RegistryCell {}

    /// The same time in the hospital's time zone.
    record LocalTimeCell(LocalDateTime at) implements RegistryCell {}
}
