import ShellObjects

/// Decides how the objects of a document are shown, from its first object and what the user asked for.
struct ViewChoice {
  let views: FormatViews
  let shape: FormatShape?
  let request: FormatRequest
  let settings: FormatSettings

  /// The most properties that an object may have to be shown as a table without being asked.
  private static let tableLimit = 4

  /// Without properties: the named view, else the type's, else one made of its properties.
  func shaping(for value: Value) throws -> any ObjectShaping {
    let names = TypeNames.of(value)
    guard let shape else {
      if let view = views.view(for: names, shape: nil) { return made(from: view) }
      let count = PropertyChoice(views: views).defaults(of: value).count
      return madeFromProperties(count <= Self.tableLimit ? .table : .list, value)
    }
    if !request.properties.isEmpty { return madeFromProperties(shape, value) }
    if let name = request.viewName {
      if let view = views.view(for: names, shape: shape, name: name) { return made(from: view) }
      throw viewNotFound(name, shape)
    }
    if let view = views.view(for: names, shape: shape) { return made(from: view) }
    return madeFromProperties(shape, value)
  }

  private func made(from view: FormatView) -> any ObjectShaping {
    switch view.body {
    case .table(let table): TableShaping(view: view, table: table, request: request)
    case .list(let list): ListShaping(view: view, list: list)
    case .wide(let expression):
      WideShaping(view: view, expression: ActiveProperty(expression), views: views, request: request)
    case .custom, .text: CustomShaping(view: view, request: request, settings: settings, views: views)
    }
  }

  private func madeFromProperties(_ shape: FormatShape, _ value: Value) -> any ObjectShaping {
    let choice = PropertyChoice(views: views)
    switch shape {
    case .table: return TableShaping(properties: tableProperties(choice, value), first: value, request: request)
    case .list: return PropertyListShaping(choice: choice, properties: request.properties)
    case .wide: return WideShaping(view: nil, expression: wideProperty(choice, value), views: views, request: request)
    case .custom: return CustomShaping(view: nil, request: request, settings: settings, views: views)
    }
  }

  /// The columns of a table: what was asked for, or the first ten properties.
  private func tableProperties(_ choice: PropertyChoice, _ value: Value) -> [ActiveProperty] {
    if !request.properties.isEmpty { return choice.requested(request.properties, on: value, keepsMissing: true) }
    if views.displayProperties(of: value) != nil { return choice.defaults(of: value) }
    return Array(PropertyChoice.all(of: value).prefix(10))
  }

  private func wideProperty(_ choice: PropertyChoice, _ value: Value) -> ActiveProperty? {
    request.properties.first.flatMap { choice.requested([$0], on: value, keepsMissing: true).first }
  }

  private func viewNotFound(_ name: String, _ shape: FormatShape) -> ShellError {
    let error = ShellError(
      "System.Management.Automation.PipelineStoppedException", "The pipeline has been stopped.",
      id: "FormatViewNotFound", .objectNotFound)
    error.record.commandName = shape.commandType
    error.record.detailsMessage = "The view name \(name) cannot be found."
    return error
  }
}
