package health.vigil.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks the URL of a receiver: https to a public host. A host name is resolved and checked at each delivery.
/// Here only literal addresses are checked, in every notation that a resolver accepts.
public final class Destination {
    /// The longest URL.
    public static final int LONGEST = 2000;
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9][0-9a-fA-FxX.]*");

    private static final Pattern PLAIN = Pattern.compile("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})");

    private Destination() {}

    /// The URL, if a message may be sent to it.
    public static Optional<URI> read(String text, WebhookSettings settings) {
        return text.length() > LONGEST ? Optional.empty() : parse(text).filter(uri -> allowed(uri, settings));
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static boolean allowed(URI uri, WebhookSettings settings) {
        var web = uri.getHost() != null
                && uri.getScheme() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null;
        return web
                && (settings.inner(uri.getHost())
                        ? scheme(uri).matches("https?")
                        : scheme(uri).equals("https") && outside(uri.getHost()));
    }

    private static String scheme(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }

    private static boolean outside(String host) {
        var name = host.toLowerCase(Locale.ROOT).replaceAll("\\.+$", "");
        return !name.equals("localhost")
                && !name.endsWith(".localhost")
                && name.contains(".")
                && !(ADDRESS.matcher(name).matches() && inside(name));
    }

    /// Whether an address is not public. An address in an unusual notation counts as not public, because
    /// resolvers read it differently.
    private static boolean inside(String address) {
        if (!address.startsWith("[") && !PLAIN.matcher(address).matches()) {
            return true;
        }
        try {
            return Addresses.inside(InetAddress.getByName(address));
        } catch (UnknownHostException odd) {
            return true;
        }
    }
}
