package health.vigil.protocol;

import java.util.List;

/// A row of which it is not known whether it fits.
///
/// @param missing what would have to be recorded
public record UnclearRow(ProtocolRow row, List<String> missing) {}
