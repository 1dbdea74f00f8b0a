package health.vigil.ingest.hl7;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressRangeTest {
    private static AddressRange range(String text) {
        return AddressRange.read(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 10.20.255.1, true",
        "10.20.0.0/16, 10.21.0.1, false",
        "10.20.0.0/15, 10.21.0.1, true",
        "10.20.0.7, 10.20.0.7, true",
        "10.20.0.7, 10.20.0.8, false",
        "10.20.0.6/31, 10.20.0.7, true",
        "0.0.0.0/0, 192.0.2.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:1::7, true",
        "2001:db8::/32, 2001:db9::7, false",
        "10.20.0.7, ::ffff:10.20.0.7, true"
    })
    void anAddressIsInARange(String range, String address, boolean included) {
        assertThat(range(range).includes(InetAddress.ofLiteral(address))).isEqualTo(included);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "monitors.example.org", "10.20.0.0/33", "10.20.0.0/-1", "10.20.0.0/", "::/129", "a/8"})
    void anyOtherTextIsNone(String text) {
        assertThat(AddressRange.read(text)).isEmpty();
    }

    @Test
    void rangesMayOverlap() {
        assertThat(range("10.0.0.0/8").overlaps(range("10.20.0.7"))).isTrue();
        assertThat(range("10.20.0.7").overlaps(range("10.0.0.0/8"))).isTrue();
        assertThat(range("10.20.0.7").overlaps(range("10.20.0.8"))).isFalse();
    }
}
