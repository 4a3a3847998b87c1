import ShellObjects
import Testing

@Suite("Collections")
struct CollectionTests {
  @Test("A List converts what is added and refuses what it cannot convert")
  func list() throws {
    let list = try DeclaredTypes.type("System.Collections.Generic.List[int]").construct([])
    _ = try list.callMethod(Symbol("Add"), [.string("3")])
    _ = try list.callMethod(Symbol("Add"), [.int32(1)])
    _ = try list.callMethod(Symbol("Sort"), [])
    #expect(try list.text() == "1 3")
    #expect(DeclaredTypes.failure { try list.callMethod(Symbol("Add"), [.string("x")]) } != nil)
  }

  @Test("A SortedDictionary keeps its keys in order")
  func sorted() throws {
    let table = try DeclaredTypes.type("System.Collections.Generic.SortedDictionary[string,int]").construct([])
    for key in ["b", "c", "a"] { _ = try table.callMethod(Symbol("Add"), [.string(key), .int32(1)]) }
    #expect(try table.property("Keys").text() == "a b c")
  }

  @Test("A dictionary changed while its keys are walked stops the walk")
  func modified() throws {
    _ = try DeclaredTypes.type("hashtable")
    let table = PSHashtable(["a": .int32(1), "b": .int32(2)])
    let keys = try Value.object(table).property("Keys")
    let message = DeclaredTypes.failure {
      guard case .object(let object) = keys else { return nil }
      try object.forEachElement {
        try table.table.set($0, .int32(3))
        return true
      }
      return nil
    }
    #expect(message?.contains("Collection was modified") == true)
  }

  @Test(
    "A queue gives first what came first, a stack what came last",
    arguments: [("Queue", "Enqueue", "Dequeue", "1"), ("Stack", "Push", "Pop", "2")])
  func lines(_ row: (String, String, String, String)) throws {
    let line = try DeclaredTypes.type("System.Collections.\(row.0)").construct([])
    for number in 1...2 { _ = try line.callMethod(Symbol(row.1), [.int32(Int32(number))]) }
    #expect(try line.callMethod(Symbol(row.2), [])?.text() == row.3)
  }
}
