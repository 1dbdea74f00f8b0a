package health.vigil.exchange;

import java.util.Optional;

/// What a registration system says about a person.
///
/// @param birthDate as sent: a year, a month or a day
/// @param sex `female`, `male`, `other` or `unknown`
public record Person(
        Optional<String> family, Optional<String> given, Optional<String> birthDate, Optional<String> sex) {}
