import CmdletKit
import ShellObjects

/// Gets the content of items piece by piece; a file is never held whole unless asked.
struct GetContent: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Content", aliases: ["gc", "type"], defaultParameterSet: "Path", outputs: ["System.Byte", "System.String"],
    module: "Microsoft.PowerShell.Management", synopsis: "Gets the content of a file or other item.",
    details: "Each line is one string. -Raw gives the whole as one string, -AsByteStream the bytes.",
    examples: [Example("A variable's value", code: "$a = 1, 2; Get-Content Variable:a")])

  @Parameter("ReadCount", .fromPipelineByPropertyName, help: "How many lines are sent on at once; 0 means all.")
  var readCount: Int64 = 1
  @Parameter(
    "TotalCount", .fromPipelineByPropertyName, .alias("First", "Head"),
    .validate(.range(.int64(0), .int64(Int64.max))), help: "How many lines are read from the start.")
  var totalCount: Int64
  @Parameter(
    "Tail", .fromPipelineByPropertyName, .alias("Last"), .validate(.range(.int32(0), .int32(Int32.max))),
    help: "How many lines are read from the end.")
  var tail: Int
  var paths = NamedPaths()
  var filters = ItemFilters()
  @Parameter("Force", help: "Reads hidden files too.")
  var force: Bool
  var credential = CredentialArgument()
  @Parameter("Delimiter", help: "What ends a piece, instead of a line's end.")
  var delimiter: String
  @Parameter("Wait", help: "Waits at the end of the file for more, until stopped.")
  var wait: Bool
  @Parameter("Raw", help: "Gives the whole content as one string.")
  var raw: Bool
  @Parameter("Encoding", help: "The file's encoding; a byte order mark wins over it.")
  var encoding: EncodingArgument
  @Parameter("AsByteStream", help: "Gives bytes instead of lines.")
  var asByteStream: Bool

  mutating func process(_ context: any CmdletContext) throws {
    if $totalCount.isBound, $tail.isBound {
      return try context.writeError(
        ShellError(
          "System.InvalidOperationException",
          "The parameters TotalCount and Tail cannot be used together. Please specify only one parameter.",
          id: "TailAndHeadCannotCoexist", .invalidOperation
        ).record)
    }
    try checkRaw()
    if $totalCount.isBound && totalCount == 0 || $tail.isBound && tail == 0 { return }
    let targets = try ItemTargets(context, force: force, filters: filters)
    try targets.each(paths.given) { place, request in
      let reader = try place.provider.reader(place.path, options, request)
      defer { reader.close() }
      try send(reader, place, context)
    }
  }

  private func checkRaw() throws {
    guard raw else { return }
    for (name, isGiven) in [
      ("TotalCount", $totalCount.isBound), ("Tail", $tail.isBound), ("Wait", wait), ("Delimiter", $delimiter.isBound),
    ] where isGiven {
      throw PlaceError.invalidOperation("The parameters Raw and \(name) cannot be used together.")
    }
  }

  private var options: ContentOptions {
    var options = ContentOptions()
    options.encoding = encoding.name
    options.isByteStream = asByteStream
    options.isRaw = raw
    options.waits = wait
    options.delimiter = $delimiter.isBound && delimiter != "\n" ? delimiter : nil
    options.tail = $tail.isBound ? tail : nil
    return options
  }

  private func send(_ reader: any ContentReader, _ place: ResolvedPath, _ context: any CmdletContext) throws {
    let notes = ContentNotes(place)
    let limit = $totalCount.isBound ? totalCount : Int64.max
    var count: Int64 = 0
    var batch: [Value] = []
    while count < limit, let piece = try reader.next() {
      count += 1
      if readCount == 1 || raw {
        try context.write(notes.mark(piece, count))
        try context.checkCancellation()
        continue
      }
      batch.append(piece)
      if readCount > 0, batch.count >= readCount {
        try context.write(notes.mark(.object(PSArray(batch)), count))
        batch.removeAll()
      }
    }
    if !batch.isEmpty { try context.write(notes.mark(.object(PSArray(batch)), count)) }
  }
}

/// The notes that pieces of content carry: where they are from, and how many were read.
struct ContentNotes {
  private let template = ExtendedMembers()

  init(_ place: ResolvedPath) {
    let provider = place.provider
    template.set("PSPath", .note(.string("\(provider.qualifiedName)::\(place.path)")))
    if let parent = provider.parent(of: place.path) {
      template.set("PSParentPath", .note(.string("\(provider.qualifiedName)::\(parent)")))
    }
    template.set("PSChildName", .note(.string(place.leaf)))
    template.set("PSDrive", .note(place.drive?.value ?? .null))
    template.set("PSProvider", .note(ProviderObject.value(provider)))
  }

  /// The piece with its notes; a piece that has members of its own, such as a function's body, stays as it is.
  func mark(_ piece: Value, _ count: Int64) -> Value {
    let object: PSObject
    switch piece {
    case .object(let given as PSArray): object = given
    case .object: return piece
    default: object = WrappedValue(piece)
    }
    let members = template.copy()
    members.set("ReadCount", .note(.int64(count)))
    object.extended = members
    return .object(object)
  }
}
