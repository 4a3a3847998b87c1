import ShellObjects

/// The enumerations of System.Net.
///
/// **Source:** `Tests/Conformance/facts/enums.tsv`, in the order of `GetNames`.
extension Enumerations {
  static let net: [TypeDeclaration] = [
    TypeDeclaration(
      enumeration: "System.Net.HttpStatusCode",
      [
        ("Continue", 100), ("SwitchingProtocols", 101), ("Processing", 102), ("EarlyHints", 103), ("OK", 200),
        ("Created", 201), ("Accepted", 202), ("NonAuthoritativeInformation", 203), ("NoContent", 204),
        ("ResetContent", 205), ("PartialContent", 206), ("MultiStatus", 207), ("AlreadyReported", 208),
        ("IMUsed", 226), ("MultipleChoices", 300), ("Ambiguous", 300), ("MovedPermanently", 301), ("Moved", 301),
        ("Found", 302), ("Redirect", 302), ("SeeOther", 303), ("RedirectMethod", 303), ("NotModified", 304),
        ("UseProxy", 305), ("Unused", 306), ("TemporaryRedirect", 307), ("RedirectKeepVerb", 307),
        ("PermanentRedirect", 308), ("BadRequest", 400), ("Unauthorized", 401), ("PaymentRequired", 402),
        ("Forbidden", 403), ("NotFound", 404), ("MethodNotAllowed", 405), ("NotAcceptable", 406),
        ("ProxyAuthenticationRequired", 407), ("RequestTimeout", 408), ("Conflict", 409), ("Gone", 410),
        ("LengthRequired", 411), ("PreconditionFailed", 412), ("RequestEntityTooLarge", 413),
        ("RequestUriTooLong", 414), ("UnsupportedMediaType", 415), ("RequestedRangeNotSatisfiable", 416),
        ("ExpectationFailed", 417), ("MisdirectedRequest", 421), ("UnprocessableEntity", 422),
        ("UnprocessableContent", 422), ("Locked", 423), ("FailedDependency", 424), ("UpgradeRequired", 426),
        ("PreconditionRequired", 428), ("TooManyRequests", 429), ("RequestHeaderFieldsTooLarge", 431),
        ("UnavailableForLegalReasons", 451), ("InternalServerError", 500), ("NotImplemented", 501),
        ("BadGateway", 502), ("ServiceUnavailable", 503), ("GatewayTimeout", 504), ("HttpVersionNotSupported", 505),
        ("VariantAlsoNegotiates", 506), ("InsufficientStorage", 507), ("LoopDetected", 508), ("NotExtended", 510),
        ("NetworkAuthenticationRequired", 511),
      ]),
    TypeDeclaration(
      enumeration: "System.Net.Mail.DeliveryNotificationOptions", isFlags: true,
      [
        ("None", 0), ("OnSuccess", 1), ("OnFailure", 2), ("Delay", 4), ("Never", 134217728),
      ]),
    TypeDeclaration(
      enumeration: "System.Net.Mail.MailPriority",
      [
        ("Normal", 0), ("Low", 1), ("High", 2),
      ]),
    TypeDeclaration(
      enumeration: "System.Net.SecurityProtocolType", isFlags: true,
      [
        ("SystemDefault", 0), ("Ssl3", 48), ("Tls", 192), ("Tls11", 768), ("Tls12", 3072), ("Tls13", 12288),
      ]),
    TypeDeclaration(
      enumeration: "System.Net.Sockets.AddressFamily",
      [
        ("Unspecified", 0), ("Unix", 1), ("InterNetwork", 2), ("ImpLink", 3), ("Pup", 4), ("Chaos", 5), ("NS", 6),
        ("Ipx", 6), ("Iso", 7), ("Osi", 7), ("Ecma", 8), ("DataKit", 9), ("Ccitt", 10), ("Sna", 11), ("DecNet", 12),
        ("DataLink", 13), ("Lat", 14), ("HyperChannel", 15), ("AppleTalk", 16), ("NetBios", 17), ("VoiceView", 18),
        ("FireFox", 19), ("Banyan", 21), ("Atm", 22), ("InterNetworkV6", 23), ("Cluster", 24), ("Ieee12844", 25),
        ("Irda", 26), ("NetworkDesigners", 28), ("Max", 29), ("Packet", 65536), ("ControllerAreaNetwork", 65537),
        ("Unknown", -1),
      ]),
  ]
}
