package health.vigil.api;

import java.util.List;

/// A list in a response.
public record Items<T>(List<T> items) {}
