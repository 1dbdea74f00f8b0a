package health.vigil.exchange;

import health.vigil.observation.Analyte;
import health.vigil.observation.Drug;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The codes that Vigil knows, and how a hospital's file extends them.
class VocabularyTest {
    private static final Vocabulary STANDARD = Vocabulary.standard();

    static Stream<Arguments> meanings() {
        return Stream.of(
                Arguments.of("LN", "8310-5", sign(VitalSign.TEMPERATURE, SignSource.NOT_SAID, "")),
                Arguments.of("http://loinc.org", "8331-1", sign(VitalSign.TEMPERATURE, SignSource.NOT_SAID, "oral")),
                Arguments.of("http://loinc.org", "8889-8", sign(VitalSign.HEART_RATE, SignSource.OXIMETER, "")),
                Arguments.of("LN", "48066-5", new Meaning.OfAnalyte(Analyte.D_DIMER, Optional.of("DDU"))),
                Arguments.of("SCT", "427591007", device(OxygenDevice.NON_REBREATHER, Optional.empty(), false)),
                Arguments.of(
                        "http://snomed.info/sct",
                        "34281000175105",
                        device(OxygenDevice.CPAP, Optional.of(OxygenReason.SLEEP_APNOEA), false)),
                Arguments.of("SCT", "426851007", device(OxygenDevice.SIMPLE_MASK, Optional.empty(), true)),
                Arguments.of("RXNORM", "7512", new Meaning.OfAgent(VasopressorAgent.NOREPINEPHRINE)),
                Arguments.of("http://www.whocc.no/atc", "L04AC07", new Meaning.OfDrug(Drug.TOCILIZUMAB)),
                Arguments.of("ATC", "L01XL03", new Meaning.OfCells("axi-cel")),
                Arguments.of(OwnCodes.OBSERVATION, "ice", new Meaning.OfItem(ObservationItem.ICE)),
                Arguments.of(OwnCodes.DEVICE, "room-air", device(OxygenDevice.ROOM_AIR, Optional.empty(), false)));
    }

    private static Meaning sign(VitalSign sign, SignSource source, String site) {
        return new Meaning.OfSign(sign, source, Optional.of(site).filter(text -> !text.isEmpty()));
    }

    private static Meaning device(OxygenDevice device, Optional<OxygenReason> reason, boolean similar) {
        return new Meaning.OfDevice(device, reason, similar);
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void aCodeHasTheMeaningOfItsRow(String system, String code, Meaning meaning) {
        assertThat(STANDARD.match(SourceCode.of(system, code)))
                .isEqualTo(new CodeMatch.Found(meaning, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"LN, 3150-6", "LN, 9269-2", "SCT, 8310-5", "HOSP, HR", "http://loinc.org/, 8310-5"})
    void aCodeOfNoRowIsNotOurs(String system, String code) {
        assertThat(STANDARD.match(SourceCode.of(system, code))).isEqualTo(new CodeMatch.NotOurs());
    }

    @Test
    void everyLoincCodeHasItsCheckDigit() {
        assertThat(STANDARD.rows())
                .filteredOn(row -> row.system().equals(Terminology.LOINC.uri()))
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        row -> assertThat(checkDigit(row.code())).as(row.code()).isTrue());
    }

    private static boolean checkDigit(String loinc) {
        var digits = new StringBuilder(loinc.substring(0, loinc.indexOf('-'))).reverse();
        var odd = new StringBuilder();
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            if (place % 2 == 0) {
                odd.append(digits.charAt(place));
            } else {
                sum += digits.charAt(place) - '0';
            }
        }
        sum += Long.toString(Long.parseLong(odd.toString()) * 2)
                .chars()
                .map(digit -> digit - '0')
                .sum();
        return loinc.endsWith("-" + (10 - sum % 10) % 10);
    }

    @ParameterizedTest
    @CsvSource({
        "MDC, 147842, MDC_ECG_HEART_RATE",
        "MDC, 147842, MDC_ECG_CARD_BEAT_RATE",
        "MDIL, 0002-4a05, NBPs",
        "MDIL, 0002-4A05, NBPs",
        "MDIL, 0004-0f20, mmHg",
        "urn:iso:std:iso:11073:10101, 150456, MDC_PULS_OXIM_SAT_O2"
    })
    void aNumberAndItsNameAgree(String system, String number, String name) {
        assertThat(STANDARD.match(SourceCode.named(system, number, name))).isInstanceOf(CodeMatch.Found.class);
    }

    @ParameterizedTest
    @CsvSource({
        "150022, MDC_PRESS_BLD_NONINV_MEAN",
        "150017, MDC_PRESS_BLD_NONINV_SYS",
        "149522, MDC_PULS_RATE",
        "150031, MDC_PRESS_CUFF_SYS",
        "268224, MDC_DIM_FAHR",
        "188740, MDC_TEMP",
        "147842, ''",
        "'', MDC_DIM_DEGC",
        "150388, MDC_TEMP"
    })
    void aNumberWithAnotherNameIsAmbiguous(String number, String name) {
        assertThat(STANDARD.match(SourceCode.named("MDC", number, name))).isInstanceOf(CodeMatch.Ambiguous.class);
    }

    @ParameterizedTest
    @CsvSource({
        "150388, MDC_TEMP_SKIN",
        "150087, MDC_PRESS_BLD_VEN_CENT_MEAN",
        "150324, MDC_SAT_O2_ART",
        "151586, MDC_VENT_RESP_RATE",
        "152196, MDC_CONC_GASDLV_O2_INSP"
    })
    void whatIsNotOursOnBothSidesIsNotOurs(String number, String name) {
        assertThat(STANDARD.match(SourceCode.named("MDC", number, name))).isEqualTo(new CodeMatch.NotOurs());
    }

    @Test
    void aNumberAloneIsEnoughWhereAFormatHasNoNames() {
        assertThat(STANDARD.match(SourceCode.of("urn:iso:std:iso:11073:10101", "147842")))
                .isInstanceOf(CodeMatch.Found.class);
    }

    @Test
    void codingsOfOneConceptAreJoined() {
        var match = STANDARD.match(
                List.of(SourceCode.of("HOSP", "T"), SourceCode.of("LN", "8310-5"), SourceCode.of("LN", "8331-1")));

        assertThat(match)
                .isEqualTo(new CodeMatch.Found(
                        sign(VitalSign.TEMPERATURE, SignSource.NOT_SAID, "oral"), Optional.empty()));
    }

    @Test
    void codingsThatDisagreeAreAmbiguous() {
        assertThat(STANDARD.match(List.of(SourceCode.of("LN", "8310-5"), SourceCode.of("LN", "8867-4"))))
                .isInstanceOf(CodeMatch.Ambiguous.class);
        assertThat(STANDARD.match(List.of(SourceCode.of("LN", "8331-1"), SourceCode.of("LN", "8332-9"))))
                .isInstanceOf(CodeMatch.Ambiguous.class);
    }

    @ParameterizedTest
    @CsvSource({"mmHg, mm[Hg]", "bpm, /min", "C, Cel", "°C, Cel", "degC, Cel", "F, [degF]", "l/min, L/min"})
    void aUnitTextIsKnownExactly(String text, String ucum) {
        assertThat(STANDARD.unitOfText(text)).contains(ucum);
    }

    @ParameterizedTest
    @CsvSource({"mmhg", "BPM", "c", "Celsius", "''"})
    void anotherUnitTextIsUnknown(String text) {
        assertThat(STANDARD.unitOfText(text)).isEmpty();
    }

    private static Vocabulary extended(String csv) {
        return STANDARD.with("codes.csv", CodeFile.read("codes.csv", csv));
    }

    @Test
    void aFileMayBeginWithAByteOrderMark() {
        assertThat(extended("\uFEFFHOSP,4711,crp,mg/L").match(SourceCode.of("HOSP", "4711")))
                .isInstanceOf(CodeMatch.Found.class);
        assertThat(extended("\uFEFF# a comment\nHOSP,4711,crp").match(SourceCode.of("HOSP", "4711")))
                .isInstanceOf(CodeMatch.Found.class);
        assertThat(extended("")).isNotNull();
    }

    @Test
    void aHospitalsFileAddsCodes() {
        var vocabulary = extended("""
                # what our ward's system sends
                HOSP,HR,heartRate/ecg,/min
                "urn:oid:1.2.3","A,1",crp,mg/L
                MDC,150017^MDC_PRESS_BLD_NONINV_SYS,systolic/cuff
                """);

        assertThat(vocabulary.match(SourceCode.of("HOSP", "HR")))
                .isEqualTo(new CodeMatch.Found(sign(VitalSign.HEART_RATE, SignSource.ECG, ""), Optional.of("/min")));
        assertThat(vocabulary.match(SourceCode.of("urn:oid:1.2.3", "A,1"))).isInstanceOf(CodeMatch.Found.class);
        assertThat(vocabulary.match(SourceCode.named("MDC", "150017", "MDC_PRESS_BLD_NONINV_SYS")))
                .isInstanceOf(CodeMatch.Found.class);
        assertThat(STANDARD.match(SourceCode.of("HOSP", "HR"))).isEqualTo(new CodeMatch.NotOurs());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "HOSP,HR,heartRate;HOSP,HR,respiratoryRate | codes.csv line 2: the code HR has another meaning already",
                "LN,8310-5,heartRate                     | codes.csv line 1: the code 8310-5 has another meaning"
                        + " already",
                "HOSP,HR,pulse                           | codes.csv line 1: 'pulse' is not one of our words",
                "HOSP,HR,other                           | codes.csv line 1: 'other' is not one of our words",
                "HOSP,HR                                 | codes.csv line 1: needs system,code,vigil-word and maybe a"
                        + " unit",
                "HOSP,HR,heartRate,/min,x                | codes.csv line 1: needs system,code,vigil-word and maybe a"
                        + " unit",
                "HOSP,,heartRate                         | codes.csv line 1: a field is empty or longer than 200"
                        + " characters",
                "HOSP,\"HR,heartRate                     | codes.csv line 1: needs system,code,vigil-word and maybe a"
                        + " unit"
            })
    void aFileWithAFaultStopsTheStart(String csv, String message) {
        assertThatThrownBy(() -> extended(csv.replace(';', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aFileMayRepeatACodeWithTheSameMeaning() {
        assertThat(extended("LN,8310-5,temperature\nHOSP,T,temperature\nHOSP,T,temperature")
                        .rows())
                .hasSizeGreaterThan(STANDARD.rows().size());
    }

    @ParameterizedTest
    @CsvSource({
        "temperature/axilla, true",
        "systolic/cuff, true",
        "systolic/femoral, false",
        "d-dimer/FEU, true",
        "crp/FEU, true",
        "crp/XYZ, false",
        "cpap/sleep-apnoea, true",
        "norepinephrine/cuff, false",
        "unit:mg/L, true",
        "unit:, false",
        "/, false",
        "'', false"
    })
    void aWordMayHaveAQualifier(String word, boolean known) {
        assertThat(MeaningWords.read(word).isPresent()).isEqualTo(known);
    }
}
