package health.vigil.intake.unit;

import static health.vigil.intake.unit.Units.unit;

/// The tables that quotients are made of. The first unit of each is the canonical one.
final class Amounts {
    static final Units TIME = Units.of("min", unit("s", "1", "60"), unit("h", "60"), unit("d", "1440"));

    static final Units VOLUME = Units.of(
            "L",
            unit("l", "1"),
            unit("dm3", "1"),
            unit("dL", "0.1"),
            unit("dl", "0.1"),
            unit("mL", "0.001"),
            unit("ml", "0.001"),
            unit("cm3", "0.001"),
            unit("uL", "0.000001"),
            unit("ul", "0.000001"),
            unit("mm3", "0.000001"));

    static final Units MASS = Units.of(
            "mg",
            unit("fg", "0.000000000001"),
            unit("pg", "0.000000001"),
            unit("ng", "0.000001"),
            unit("ug", "0.001"),
            unit("g", "1000"),
            unit("kg", "1000000"));

    static final Units SUBSTANCE = Units.of(
            "umol",
            unit("fmol", "0.000000001"),
            unit("pmol", "0.000001"),
            unit("nmol", "0.001"),
            unit("mmol", "1000"),
            unit("mol", "1000000"));

    /// 1 U is 1 umol/min, so 1 kat is 60,000,000 U.
    static final Units ACTIVITY = Units.of(
            "U",
            unit("uU", "0.000001"),
            unit("mU", "0.001"),
            unit("kU", "1000"),
            unit("nkat", "0.06"),
            unit("ukat", "60"),
            unit("mkat", "60000"),
            unit("kat", "60000000"));

    static final Units ARBITRARY = Units.of(
            "[IU]",
            unit("[iU]", "1"),
            unit("u[IU]", "0.000001"),
            unit("m[IU]", "0.001"),
            unit("k[IU]", "1000"),
            unit("u[iU]", "0.000001"),
            unit("m[iU]", "0.001"),
            unit("k[iU]", "1000"));

    /// Bare counts of cells, written as powers of ten; nothing stands before the stroke of `/uL`.
    static final Units CELLS = Units.of(
            "10*9",
            unit("", "0.000000001"),
            unit("1", "0.000000001"),
            unit("10*3", "0.000001"),
            unit("10^3", "0.000001"),
            unit("10*6", "0.001"),
            unit("10^6", "0.001"),
            unit("10^9", "1"),
            unit("10*12", "1000"),
            unit("10^12", "1000"));

    static final Units BODY_MASS = Units.of("kg", unit("g", "0.001"));

    private Amounts() {}
}
