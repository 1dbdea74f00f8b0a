package health.vigil.api;

import java.util.List;

/// A list as the API answers it.
public record Items<T>(List<T> items) {}
