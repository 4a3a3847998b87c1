/// The id and the text of an error, without its place.
struct ErrorMessage {
  let id: String
  let text: String

  init(_ id: String, _ text: String) {
    self.id = id
    self.text = text
  }
}
