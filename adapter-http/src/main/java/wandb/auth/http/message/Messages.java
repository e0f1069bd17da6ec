package wandb.auth.http.message;

import wandb.auth.domain.Host;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;

/** All that this module says to a person. */
public final class Messages {

    private Messages() {}

    // What the environment says about a request

    public static Reason timeoutInvalid() {
        return new Reason(
                "WANDB_HTTP_TIMEOUT is not a number of seconds.", "Set it to a whole number above 0, or unset it.");
    }

    public static Reason extraHeadersInvalid(String variable) {
        return new Reason(
                variable + " is not a JSON object of headers.", "Write it as {\"NAME\": \"VALUE\"}, or unset it.");
    }

    public static Reason addressInvalid(Host host) {
        return new Reason(host + " is not an address that can be connected to.", "Correct the address.");
    }

    // Which proxy a variable names

    public static Reason proxyInvalid(String variable) {
        return new Reason(
                variable + " is not the address of a proxy.",
                "Write it as http://HOST:PORT or http://USER:PASSWORD@HOST:PORT, with special characters of the password"
                        + " percent-encoded, or unset it.");
    }

    public static Reason proxyPortInvalid(String variable, int lastPort) {
        return new Reason(
                variable + " names a proxy with an invalid port.",
                "Ports go from 1 to " + lastPort + ": correct it, or unset it.");
    }

    public static Reason proxyByHttpsNotSupported(String variable) {
        return new Reason(
                variable + " names a proxy that is itself reached by https, which is not supported.",
                "Name it with http:// if it answers to that, or the server in NO_PROXY.");
    }

    public static Reason socksPasswordNotSupported(String variable) {
        return new Reason(
                variable + " names a SOCKS proxy with a password, which is not supported.",
                "Name an http:// proxy, or the server in NO_PROXY.");
    }

    // Which certificates a variable names

    public static Reason certificatesNoFile(String variable, String named) {
        return certificatesUnusable(variable, named, "is not a file");
    }

    public static Reason certificatesUnreadable(String variable, String named) {
        return certificatesUnusable(variable, named, "cannot be read");
    }

    public static Reason noCertificates(String variable, String named) {
        return certificatesUnusable(variable, named, "holds no certificate (PEM)");
    }

    /** With what is wrong with the file, in words that follow its name. */
    public static Reason certificatesUnusable(String variable, String named, String predicate) {
        return new Reason(
                variable + " names " + TerminalSafe.whole(named) + ", which " + predicate + ".",
                "Correct or unset " + variable + ".");
    }

    // The way to the server

    public static final String INPUT_OUTPUT_ERROR = "input/output error";

    private static final String CHECK_NETWORK = "Check the address and the network, and try again.";

    /** As the peer of a connection. */
    public static String proxy(String address) {
        return "proxy " + address;
    }

    public static Reason nameUnknown(String peer) {
        return new Reason("Cannot resolve the name of " + peer + ".", CHECK_NETWORK);
    }

    public static Reason loopbackNameElsewhere(Host host) {
        return new Reason(
                host.machine()
                        + " is another machine here, and over plain http anyone on the network path could read"
                        + " what is sent, so it was not asked.",
                "Use an https address, or the IP address of the machine.");
    }

    public static Reason notConnected(String peer, String why) {
        return new Reason("No connection to " + peer + ": " + why + ".", CHECK_NETWORK);
    }

    public static Reason notConnectedByProxy(String proxy, Host host) {
        return new Reason(
                "The " + proxy + " makes no connection to " + host.machine() + ".",
                "Ask the proxy's operator, or name the server in NO_PROXY.");
    }

    public static Reason proxyWantsPassword(String proxy) {
        return new Reason(
                "The " + proxy + " wants a user name and a password.",
                "Write the proxy variable as http://USER:PASSWORD@HOST:PORT.");
    }

    public static Reason proxyRejectsPassword(String proxy) {
        return new Reason(
                "The " + proxy + " does not accept its user name and password.",
                "Correct them in the proxy variable; special characters there are percent-encoded.");
    }

    public static Reason proxyUnasked(Host host) {
        String variable = host.url().startsWith("https:") ? "HTTPS_PROXY" : "HTTP_PROXY";
        return new Reason(
                host.machine() + " answered like a proxy that wants a password (407), though no proxy was used.",
                "Check the address, or name the proxy in " + variable + ".");
    }

    public static Reason notAnswering(Host host, long seconds) {
        String time = seconds == 1 ? "1 second" : seconds + " seconds";
        return new Reason(
                host.machine() + " did not answer within " + time + ".",
                "Try again later, or set WANDB_HTTP_TIMEOUT to more seconds.");
    }

    public static Reason answerCut(Host host) {
        return new Reason(
                "The connection to " + host.machine() + " was cut before its answer was complete.", CHECK_NETWORK);
    }

    public static Reason interrupted() {
        return new Reason("The request to the server was interrupted.", "Try again.");
    }

    // Trust in the server

    public static Reason certificateOfAnotherName(Host host) {
        return new Reason(
                "The certificate of " + host.machine() + " is for another name.",
                "Check the address; use the name that the certificate is for.");
    }

    public static Reason certificateExpired(Host host) {
        return new Reason(
                "The certificate of " + host.machine() + " has expired.",
                "Check this machine's clock, or tell its operator.");
    }

    public static Reason certificateUntrusted(Host host) {
        return new Reason(
                "The certificate of " + host.machine() + " is not issued by an authority that this machine trusts.",
                "If it is your organisation's, name the file of its CA in SSL_CERT_FILE.");
    }

    public static Reason certificateUntrustedWithoutWindows(Host host) {
        return new Reason(
                "The certificate of " + host.machine()
                        + " is from an authority that this program does not trust, and it cannot read which ones"
                        + " Windows trusts: its Java has no jdk.crypto.mscapi.",
                "Name the file of the server's CA (PEM) in SSL_CERT_FILE.");
    }

    public static Reason tlsFailed(Host host, String why) {
        return new Reason(
                "No TLS connection to " + host.machine() + " can be made: " + why + ".",
                "Check the address: another port may be meant, or http://.");
    }

    // An answer that is none of a W&B server's

    private static final String ANOTHER_SERVICE = "Check the address; another service may answer there.";

    public static Reason responseInvalid(Host host) {
        return new Reason(host.machine() + " sent an invalid HTTP response.", ANOTHER_SERVICE);
    }

    public static Reason responseTooLarge(Host host) {
        return new Reason(host.machine() + " sent a larger response than a W&B server does.", ANOTHER_SERVICE);
    }

    public static Reason answeredTooMuch(Host host, int mostMebibytes) {
        return unlikeTheApi(host, "with more than " + mostMebibytes + " MiB");
    }

    public static Reason answeredAsProxy(Host host) {
        return unlikeTheApi(host, "with a demand for a proxy's password (407)");
    }

    public static Reason answeredWithPage(Host host, int status) {
        return unlikeTheApi(host, "with a web page (" + status + ")");
    }

    public static Reason answeredWithoutJson(Host host, int status) {
        return unlikeTheApi(host, "without a JSON object (" + status + ")");
    }

    public static Reason answeredWithoutIdentity(Host host, int status) {
        return unlikeTheApi(host, "without saying who is asking (" + status + ")");
    }

    public static Reason answeredWithoutAccessToken(Host host) {
        return unlikeTheApi(host, "without an access token");
    }

    private static Reason unlikeTheApi(Host host, String how) {
        return new Reason(
                host.machine() + " answered " + how + ", not as a W&B server does.",
                "Check the address; a proxy or a login page of the network may have answered in its place.");
    }

    /** To another address; to an unknown one if that is empty. */
    public static Reason redirected(Host host, String target, int status) {
        String to = target.isEmpty() ? "elsewhere" : "to " + target;
        return new Reason(
                host.machine() + " sends the request on " + to + " (" + status
                        + "); a credential is not sent after it.",
                "If your server is there, name it with --host; else sign in to the network first.");
    }

    public static Reason nothingAtPath(Host host, String path, int status) {
        return new Reason(
                host.machine() + " has nothing at " + host.url() + path + " (" + status + ").",
                "Check the address: give that of the API, such as https://api.wandb.ai.");
    }

    // An answer that tells nothing yet

    private static final String TRY_LATER = "Try again later, or tell its operator.";

    public static Reason requestTooSlow(Host host) {
        return new Reason(
                host.machine() + " waited too long for the request (408).", "Check the network, and try again.");
    }

    public static Reason rateLimited(Host host) {
        return new Reason(host.machine() + " is rate limiting requests (429).", "Try again in a few minutes.");
    }

    public static Reason serverFailed(Host host, int status) {
        return new Reason(host.machine() + " failed to answer (" + status + ").", TRY_LATER);
    }

    public static Reason identityUntold(Host host, String said) {
        return new Reason(host.machine() + " could not tell whose the credential is: " + said + ".", TRY_LATER);
    }

    // Why a credential is rejected

    public static final String CREDENTIAL_UNKNOWN = "it does not know this credential";

    public static final String ERROR_WITHOUT_MESSAGE = "an error without a message";

    public static String status(int status) {
        return "status " + status;
    }

    // The file of access tokens

    private static final String OR_ANOTHER_FILE = " Or let WANDB_CREDENTIALS_FILE name another file.";

    public static Reason cacheNamedWrongly() {
        return new Reason("It names no file.", "Correct or unset it.");
    }

    public static Reason cacheWithoutHome() {
        return new Reason("There is no home directory for access tokens.", "Set HOME, or WANDB_CREDENTIALS_FILE.");
    }

    public static Reason cacheNotJson() {
        return cacheBroken("It is not JSON.");
    }

    public static Reason cacheNotAnObject() {
        return cacheBroken("It is not a JSON object.");
    }

    public static Reason cacheEntriesNotObjects() {
        return cacheBroken("Its \"credentials\" are not a JSON object of objects.");
    }

    private static Reason cacheBroken(String problem) {
        return new Reason(problem, "Fix or remove it; new access tokens will be requested.");
    }

    /** With what is wrong with the file, in words that follow its name. */
    public static Reason cacheUnusable(String predicate, String remedy) {
        return cacheNotTrusted("It " + predicate + ".", remedy);
    }

    public static Reason cacheNotTrusted(String problem, String remedy) {
        return new Reason(problem, remedy + OR_ANOTHER_FILE);
    }
}
