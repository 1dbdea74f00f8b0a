package health.vigil.hl7;

import health.vigil.exchange.Caution;
import health.vigil.exchange.Fate;
import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.Part;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SenderSettings.AckMode;
import health.vigil.exchange.SenderSettings.IdentifyBy;
import health.vigil.exchange.SenderSettings.MessageSettings;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StatementStatus;
import health.vigil.intake.Subject;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What was given, as RAS^O17 says it.
class RasReaderTest {
    private static final SenderSettings SENDER = Hl7Messages.settings("mar", false, IdentifyBy.PATIENT)
            .with(new MessageSettings(
                    Optional.empty(), Optional.empty(), Optional.empty(), Set.of("RAS"), Set.of("P"), AckMode.AUTO));
    private static final String NOREPINEPHRINE = "C01CA03^norepinephrine^ATC";
    private static final String DEXAMETHASONE = "3264^dexamethasone^RXNORM";
    private static final String STARTED = "start {'agent': 'norepinephrine', 'action': 'started', 'infusionId': 'k*'}";
    private static final String STOPPED = "stop {'agent': 'norepinephrine', 'action': 'stopped', 'infusionId': 'k*'}";

    private static String message(String sentAt, String... segments) {
        return String.join(
                "\r",
                "MSH|^~\\&|MAR|H|||" + sentAt + "||RAS^O17^RAS_O17|1|P|2.6",
                "PID|1||p-1^^^HOSP^MR",
                String.join("\r", segments),
                "");
    }

    /// @param rest from RXA-3 on
    private static String rxa(String rest) {
        return "RXA|0|1|" + rest;
    }

    private static String given(String orderStatus, String rest) {
        return message("20260302100400+0000", "ORC|RE|o-1|f-1||" + orderStatus, rxa(rest));
    }

    private static String said(String message) {
        return Hl7Messages.line(message, SENDER).replaceAll("'k[0-9a-f]{40}'", "'k*'");
    }

    private static Statement only(String message) {
        var statements = Hl7Messages.statements(message, SENDER);
        assertThat(statements).hasSize(1);
        return statements.getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
              ; 20260302100000+0000||DRUG|999                      ; STARTED
              ; 20260302100000+0000|20260302100000+0000|DRUG|999   ; STARTED
              ; 20260302100000+0000|20260302100300+0000|DRUG|999   ; STARTED, STOPPED
            CM; 20260302100000+0000|20260302100300+0000|DRUG|999   ; STARTED, STOPPED
              ; 20260302100000+0000|20260302100700+0000|DRUG|999   ; STARTED, STOPPED
              ; 20260302100000+0000|20260302100701+0000|DRUG|999   ; STARTED
            CM; 20260302100000+0000|20260302100701+0000|DRUG|999   ; foreign: time at RXA[1].4
            DC; 20260302100000+0000||DRUG|999                      ; foreign: time at RXA[1].4
            CM; 20260302100000+0000|20260302100000+0000|DRUG|0.1   ; foreign: bolus at RXA[1].6
              ; 20260302100000+0000|20260302090000+0000|DRUG|999   ; foreign: time at RXA[1].4
              ; 20260302|20260302113000+0000|DRUG|999              ; foreign: time at RXA[1].3
            """)
    void anInfusionHasAStartAndAStop(String orderStatus, String rest, String line) {
        assertThat(said(given(orderStatus == null ? "" : orderStatus, rest.replace("DRUG", NOREPINEPHRINE))))
                .isEqualTo(line.replace("STARTED", STARTED).replace("STOPPED", STOPPED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            10|mg  ; dose {'drug': 'dexamethasone', 'dose': {'value': 10, 'unit': 'mg'}}
            0.01|g ; dose {'drug': 'dexamethasone', 'dose': {'value': 0.01, 'unit': 'g'}}
            999|mg ; dose {'drug': 'dexamethasone'}
            2|TAB  ; dose {'drug': 'dexamethasone'}
            """)
    void anotherDrugIsADose(String amount, String line) {
        assertThat(said(given("", "20260302100000+0000||" + DEXAMETHASONE + "|" + amount)))
                .isEqualTo(line);
    }

    /// RXA-20 and RXA-21.
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            CP|A ; FINAL
            PA|  ; FINAL
            CP|X ; FINAL
            CP|U ; AMENDED
            CP|D ; WITHDRAWN
            RE|A ; WITHDRAWN
            NA|  ; WITHDRAWN
            """)
    void whatWasNotGivenOrIsDeletedIsWithdrawn(String status, StatementStatus expected) {
        var statement = only(given("", "20260302100000+0000||" + DEXAMETHASONE + "|10|mg" + "|".repeat(13) + status));

        assertThat(statement.status()).isEqualTo(expected);
        assertThat(statement.parts()).hasSize(expected == StatementStatus.WITHDRAWN ? 0 : 1);
    }

    @Test
    void anUnknownStatusIsForAPerson() {
        var dose = "20260302100000+0000||" + DEXAMETHASONE + "|10|mg" + "|".repeat(13);

        assertThat(said(given("", dose + "QQ"))).isEqualTo("foreign: status at RXA[1].20");
        assertThat(said(given("", dose + "CP|Q"))).isEqualTo("foreign: status at RXA[1].21");
    }

    @Test
    void startAndStopAreRevisionsOfOneStatement() {
        var begin =
                only(message("20260302100100+0000", "ORC|RE|o-1|f-1", rxa("20260302100000+0000||" + NOREPINEPHRINE)));
        var end = only(message(
                "20260302100400+0000",
                "ORC|RE|o-1|f-1||CM",
                rxa("20260302100000+0000|20260302100300+0000|" + NOREPINEPHRINE)));

        assertThat(end.key()).isEqualTo(begin.key());
        assertThat(begin.status()).isEqualTo(StatementStatus.PRELIMINARY);
        assertThat(end.status()).isEqualTo(StatementStatus.FINAL);
        assertThat(end.issued()).contains(Instant.parse("2026-03-02T10:04:00Z"));
        assertThat(end.partHashes()).containsAllEntriesOf(begin.partHashes());
        assertThat(begin.subject()).contains(new Subject.ByPatient(new PatientId("p-1")));
    }

    /// A planned end is left out, and the report that comes after it is a newer one with the stop.
    @Test
    void anEndInTheFutureIsLeftOutUntilItHasHappened() {
        var message = message(
                "20260302100400+0000",
                "ORC|RE|o-1|f-1",
                rxa("20260302100000+0000|20260302103000+0000|" + NOREPINEPHRINE));
        var later = message.replace("20260302100400", "20260302103100").replace("f-1", "f-1||CM");

        var planned = only(message);
        var over = Hl7Messages.statements(later, SENDER, Instant.parse("2026-03-02T10:31:00Z"));

        assertThat(planned.status()).isEqualTo(StatementStatus.PRELIMINARY);
        assertThat(planned.cautions()).extracting(Caution::place).containsExactly("RXA[1].4");
        assertThat(over).singleElement().satisfies(completed -> {
            assertThat(completed.key()).isEqualTo(planned.key());
            assertThat(completed.status()).isEqualTo(StatementStatus.FINAL);
            assertThat(completed.issued().orElseThrow())
                    .isAfter(planned.issued().orElseThrow());
            assertThat(completed.parts()).extracting(Part::name).containsExactly("start", "stop");
        });
    }

    /// RXA-22 stays while an infusion is charted, so it must not make a newer report look old.
    @ParameterizedTest
    @CsvSource(textBlock = """
            20260302090000+0000, 2026-03-02T10:04:00Z
            20260302100430+0000, 2026-03-02T10:04:30Z
            '',                  2026-03-02T10:04:00Z
            """)
    void theLaterOfTheEntryAndTheMessageIsTheTimeOfIssue(String entered, Instant issued) {
        var dose = "20260302100000+0000||" + DEXAMETHASONE + "|10|mg" + "|".repeat(13) + "CP|A|" + entered;

        assertThat(only(given("", dose)).issued()).contains(issued);
    }

    /// The begin is a part of the key, so a corrected begin is not known.
    @Test
    void aCorrectionOfWhatIsNotKnownIsForAPerson() {
        var dose = "20260302100000+0000||" + DEXAMETHASONE + "|10|mg" + "|".repeat(13);

        assertThat(unlessKnown(only(given("", dose + "CP|A")))).isEmpty();
        assertThat(unlessKnown(only(given("", dose + "CP|U")))).hasValueSatisfying(unknown -> {
            assertThat(unknown.reason()).isEqualTo(ForeignReason.STATUS);
            assertThat(unknown.place()).contains("RXA[1].21");
            assertThat(unknown.piece()).contains("RXA|0|1|20260302100000+0000");
        });
    }

    private static Optional<Fate.Foreign> unlessKnown(Statement statement) {
        return statement.fate() instanceof Fate.Taken taken ? taken.unlessKnown() : Optional.empty();
    }

    @Test
    void eachAdministrationIsItsOwn() {
        var message = message(
                "20260302100400+0000",
                "ORC|RE|o-1|f-1",
                rxa("20260302100000+0000||" + DEXAMETHASONE + "|10|mg"),
                "ORC|RE|o-2|f-2",
                rxa("20260302100000+0000||" + DEXAMETHASONE + "|4|mg"),
                rxa("20260302100000+0000||B01AB01^heparin^ATC|5000|U"));

        assertThat(said(message))
                .isEqualTo("dose {'drug': 'dexamethasone', 'dose': {'value': 10, 'unit': 'mg'}} + "
                        + "dose {'drug': 'dexamethasone', 'dose': {'value': 4, 'unit': 'mg'}} + ignored: unknown-code");
    }

    @Test
    void twoDosesOfOneAdministrationAreForAPerson() {
        var message = message(
                "20260302100400+0000",
                "ORC|RE|o-1|f-1",
                rxa("20260302100000+0000||" + DEXAMETHASONE + "|10|mg"),
                rxa("20260302100000+0000||" + DEXAMETHASONE + "|4|mg"));

        assertThat(said(message)).isEqualTo("foreign: contradiction at RXA[1].3");
    }

    @Test
    void withoutAPatientTheWholeMessageIsForAPersonIfADrugOfOursIsInIt() {
        var ours = given("", "20260302100000+0000||" + DEXAMETHASONE + "|10|mg").replace("HOSP", "OTHER");

        assertThat(said(ours)).isEqualTo("foreign: subject at PID[1].3");
        assertThat(said(ours.replace(DEXAMETHASONE, "B01AB01^heparin^ATC"))).isEqualTo("ignored: unknown-code");
    }

    @Test
    void anotherEventIsRefused() {
        assertThat(said(given("", "20260302100000+0000||" + DEXAMETHASONE).replace("RAS^O17", "RAS^O01")))
                .isEqualTo("AR 201");
    }

    @Test
    void aReleasedPieceStandsAlone() {
        var foreign = only(given("DC", "20260302100000+0000||" + NOREPINEPHRINE));

        var piece = foreign.fate() instanceof Fate.Foreign(var _, var _, var text) ? text : "";

        assertThat(said(piece)).isEqualTo("foreign: time at RXA[1].4");
        assertThat(List.of(piece.split("\r"))).hasSize(4);
    }
}
