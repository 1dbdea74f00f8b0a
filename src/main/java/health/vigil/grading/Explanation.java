package health.vigil.grading;

import java.util.List;
import java.util.Optional;

/// The reasons of a grade.
///
/// @param unknown why the grade is not known; absent when it is
record Explanation(Optional<String> unknown, List<Basis> basis, List<Basis> leftOut, List<String> outlook) {}
