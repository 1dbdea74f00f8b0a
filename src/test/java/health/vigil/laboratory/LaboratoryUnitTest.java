package health.vigil.laboratory;

import health.vigil.observation.Analyte;
import health.vigil.observation.Word;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LaboratoryUnitTest {
    @ParameterizedTest
    @CsvSource({
        "neutrophils,   500,    /uL,       0.5",
        "neutrophils,   500,    {cells}/uL, 0.5",
        "platelets,     38,     10*3/uL,   38",
        "haemoglobin,   80,     g/L,       8",
        "haemoglobin,   5,      mmol/L,    8.057",
        "crp,           3,      mg/dL,     30",
        "ferritin,      12,     ng/mL,     12",
        "ldh,           5,      ukat/L,    300",
        "creatinine,    88.42,  umol/L,    1",
        "creatinine,    176.84, umol/L,    2",
        "bilirubin,     17.104, umol/L,    1",
        "triglycerides, 2,      mmol/L,    177.14",
        "fibrinogen,    1.2,    g/L,       120"
    })
    void aUnitOfTheListIsConvertedExactly(String analyte, String value, String unit, String expected) {
        var factor = LaboratoryUnit.of(word(analyte)).factor(unit).orElseThrow();

        assertThat(Ratio.of(value).times(factor).compareTo(Ratio.of(expected))).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"ferritin, mg/L", "crp, g/L", "platelets, 10*12/L", "creatinine, mmol/L", "ldh, kat/L"})
    void aUnitOutsideTheListIsLeftOut(String analyte, String unit) {
        assertThat(LaboratoryUnit.of(word(analyte)).factor(unit)).isEmpty();
    }

    private static Analyte word(String word) {
        return Word.of(Analyte.class, word).orElseThrow();
    }
}
