package health.vigil.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.1.2.3",
                "::127.0.0.1",
                "64:ff9b::a01:203",
                "2002:a01:203::1"
            })
    void theseAreInside(String address) throws UnknownHostException {
        assertThat(Addresses.inside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "93.184.215.14",
                "172.15.255.255",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.0",
                "192.1.0.1",
                "2606:4700::1111",
                "2001:4860:4860::8888"
            })
    void theseAreOutside(String address) throws UnknownHostException {
        assertThat(Addresses.inside(InetAddress.getByName(address))).isFalse();
    }
}
