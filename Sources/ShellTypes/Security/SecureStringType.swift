package import ShellObjects

/// A System.Security.SecureString: text that does not show itself.
///
/// It is plain memory here: Linux has no protected store that .NET would use either.
package final class SecureText: ValueRepresentable {
  package var units: [UInt16]
  package var isReadOnly = false

  package init(_ units: [UInt16] = []) { self.units = units }
  package convenience init(_ text: String) { self.init(Array(text.utf16)) }

  /// The text itself, for what must have it.
  package var text: String { String(decoding: units, as: UTF16.self) }
  package var value: Value { .object(Box<SecureText>(self, PSType.named("System.Security.SecureString"))) }

  func checkWritable() throws {
    if isReadOnly { throw NetException.invalidOperation("Instance is read-only.") }
  }
}

/// A PSCredential: a user name and a password.
package struct Credential: ValueRepresentable {
  package let userName: String
  package let password: SecureText

  package init(userName: String, password: SecureText) {
    self.userName = userName
    self.password = password
  }

  package var value: Value { .object(Box(self, PSType.named("System.Management.Automation.PSCredential"))) }
}

/// SecureString, PSCredential and NetworkCredential.
enum SecurityTypes {
  static let declarations: [TypeDeclaration] = [secureString, credential, networkCredential]

  private static let secureString = TypeDeclaration(
    "System.Security.SecureString", accelerators: ["securestring"], interfaces: ["System.IDisposable"],
    of: SecureText.self
  ) { t in
    t.constructor("securestring new()") { _ in SecureText() }
    t.method("void AppendChar(char c)") { this, a in
      try this.checkWritable()
      this.units.append(a.char(0))
      return Value.void
    }
    for name in ["Clear", "Dispose"] {
      t.method("void \(name)()") { this, _ in
        if name == "Clear" { try this.checkWritable() }
        this.units.removeAll()
        return Value.void
      }
    }
    t.method("securestring Copy()") { this, _ in SecureText(this.units) }
    t.method("void InsertAt(int index, char c)") { this, a in
      try this.checkWritable()
      try ListMembers.place(a.int(0), this.units.count, allowsEnd: true)
      this.units.insert(a.char(1), at: a.int(0))
      return Value.void
    }
    t.method("bool IsReadOnly()") { this, _ in this.isReadOnly }
    t.method("void MakeReadOnly()") { this, _ in
      this.isReadOnly = true
      return Value.void
    }
    t.method("void RemoveAt(int index)") { this, a in
      try this.checkWritable()
      try ListMembers.place(a.int(0), this.units.count)
      this.units.remove(at: a.int(0))
      return Value.void
    }
    t.method("void SetAt(int index, char c)") { this, a in
      try this.checkWritable()
      try ListMembers.place(a.int(0), this.units.count)
      this.units[a.int(0)] = a.char(1)
      return Value.void
    }
    t.property("int Length {get;}") { $0.units.count }
  }

  private static let credential = TypeDeclaration(
    "System.Management.Automation.PSCredential", accelerators: ["pscredential"], of: Credential.self
  ) { t in
    t.constructor("pscredential new(string userName, securestring password)") { a in
      guard !a.string(0).isEmpty else {
        throw NetException.argument(
          "Cannot process argument because the value of argument \"userName\" is not valid. Change the value of the \"userName\" argument and run the operation again.",
          nil)
      }
      guard let password = a.payload(1, SecureText.self) else { throw NetException.argumentNull("password") }
      return Credential(userName: a.string(0), password: password)
    }
    t.staticProperty("static pscredential Empty {get;}") { Credential(userName: "", password: SecureText()) }
    t.property("string UserName {get;}") { $0.userName }
    t.property("securestring Password {get;}") { $0.password }
    t.method("System.Net.NetworkCredential GetNetworkCredential()") { this, _ in NetworkCredential(this) }
  }

  private static let networkCredential = TypeDeclaration("System.Net.NetworkCredential", of: NetworkCredential.self) {
    t in
    let name = "System.Net.NetworkCredential"
    t.constructor("\(name) new()") { _ in NetworkCredential() }
    for type in ["string", "securestring"] {
      for more in ["", ", string domain"] {
        t.constructor("\(name) new(string userName, \(type) password\(more))") { a in
          let made = NetworkCredential()
          made.userName = a.string(0)
          made.password = a.payload(1, SecureText.self) ?? SecureText(a.string(1))
          made.domain = a.string(2)
          return made
        }
      }
    }
    t.property("string Domain {get;set;}") {
      $0.domain
    } set: {
      $0.domain = $1.string ?? ""
    }
    t.property("string Password {get;set;}") {
      $0.password.text
    } set: {
      $0.password = SecureText($1.string ?? "")
    }
    t.property("securestring SecurePassword {get;set;}") {
      $0.password
    } set: {
      $0.password = $1.payload(SecureText.self) ?? SecureText()
    }
    t.property("string UserName {get;set;}") {
      $0.userName
    } set: {
      $0.userName = $1.string ?? ""
    }
  }
}

/// A System.Net.NetworkCredential.
final class NetworkCredential: ValueRepresentable {
  var userName = ""
  var domain = ""
  var password = SecureText()

  init() {}

  /// Takes a credential apart: `DOMAIN\user` names both.
  init(_ credential: Credential) {
    password = credential.password
    let name = credential.userName
    if let slash = name.firstIndex(of: "\\") {
      domain = String(name[..<slash])
      userName = String(name[name.index(after: slash)...])
    } else {
      userName = name
    }
  }

  var value: Value { .object(Box<NetworkCredential>(self, PSType.named("System.Net.NetworkCredential"))) }
}
