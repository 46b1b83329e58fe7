package com.contoso.tollbooth.azure.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subethamail.smtp.AuthenticationHandler;
import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;

/**
 * Sign-in by XOAUTH2 as Office 365 does it: {@code user=<u>^Aauth=Bearer <token>^A^A} in Base64
 * with the command. The refusal repeats what came in, as no server should.
 */
public final class XOAuth2 implements AuthenticationHandlerFactory {
  private static final Pattern RESPONSE =
      Pattern.compile("user=(?<user>[^\1]+)\1auth=Bearer (?<token>[^\1]+)\1\1");

  private final Map<String, String> users = new ConcurrentHashMap<>();
  private volatile RejectException busy;

  /** From here on this token is the user's, and no other. */
  public void accept(String user, String token) {
    users.put(user, token);
  }

  void busy(RejectException refusal) {
    busy = refusal;
  }

  @Override
  public List<String> getAuthenticationMechanisms() {
    return List.of("LOGIN", "XOAUTH2");
  }

  @Override
  public AuthenticationHandler create() {
    return new Handler();
  }

  private final class Handler implements AuthenticationHandler {
    private String identity = "";

    @Override
    public Optional<String> auth(String line, MessageContext context) throws RejectException {
      if (busy != null) {
        throw busy;
      }
      String[] words = line.split(" ", -1);
      String response = decoded(words[words.length - 1]);
      Matcher fields = RESPONSE.matcher(response);
      if (words.length != 3
          || !fields.matches()
          || !fields.group("token").equals(users.get(fields.group("user")))) {
        throw new RejectException(
            535, "5.7.3 Authentication unsuccessful " + response.replace('\1', ' ') + line);
      }
      identity = fields.group("user");
      return Optional.empty();
    }

    @Override
    public Object getIdentity() {
      return identity;
    }
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
