/// An instance of a class that a script declared: one value for each property, ancestors' first.
package final class ClassInstance: PSObject {
  private let classType: PSType
  package var values: [Value]

  package init(_ type: PSType, propertyCount: Int) {
    classType = type
    values = Array(repeating: .null, count: propertyCount)
    super.init()
  }

  package override var type: PSType { classType }
  package override func text() throws -> String {
    try classType.declaredText(of: .object(self)) ?? classType.name
  }
}
