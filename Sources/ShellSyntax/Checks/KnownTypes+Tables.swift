extension KnownTypes {
  /// Type accelerators and the types that they stand for.
  ///
  /// **Source:** PowerShell 7.6.
  static let acceleratorTable = """
    Microsoft.Management.Infrastructure: cimclass=CimClass cimconverter=CimConverter ciminstance=CimInstance
    Microsoft.Management.Infrastructure: CimSession cimtype=CimType
    Microsoft.PowerShell.Commands: pspropertyexpression=PSPropertyExpression
    System: array=Array bool=Boolean byte=Byte char=Char datetime=DateTime decimal=Decimal double=Double float=Single
    System: guid=Guid int=Int32 int16=Int16 int32=Int32 int64=Int64 long=Int64 sbyte=SByte short=Int16 single=Single
    System: string=String timespan=TimeSpan type=Type uint=UInt32 uint16=UInt16 uint32=UInt32 uint64=UInt64
    System: ulong=UInt64 uri=Uri ushort=UInt16 version=Version void=Void
    System.Collections: hashtable=Hashtable
    System.Collections.Specialized: ordered=OrderedDictionary
    System.Globalization: cultureinfo=CultureInfo
    System.Management.Automation: Alias=AliasAttribute AllowEmptyCollection=AllowEmptyCollectionAttribute
    System.Management.Automation: AllowEmptyString=AllowEmptyStringAttribute AllowNull=AllowNullAttribute
    System.Management.Automation: ArgumentCompleter=ArgumentCompleterAttribute
    System.Management.Automation: ArgumentCompletions=ArgumentCompletionsAttribute
    System.Management.Automation: CmdletBinding=CmdletBindingAttribute
    System.Management.Automation: DscLocalConfigurationManager=DscLocalConfigurationManagerAttribute
    System.Management.Automation: DscProperty=DscPropertyAttribute DscResource=DscResourceAttribute ExperimentAction
    System.Management.Automation: Experimental=ExperimentalAttribute ExperimentalFeature
    System.Management.Automation: OutputType=OutputTypeAttribute Parameter=ParameterAttribute powershell=PowerShell
    System.Management.Automation: psaliasproperty=PSAliasProperty pscredential=PSCredential pscustomobject=PSObject
    System.Management.Automation: PSDefaultValue=PSDefaultValueAttribute pslistmodifier=PSListModifier
    System.Management.Automation: psmoduleinfo=PSModuleInfo psnoteproperty=PSNoteProperty psobject=PSObject
    System.Management.Automation: psprimitivedictionary=PSPrimitiveDictionary psscriptmethod=PSScriptMethod
    System.Management.Automation: psscriptproperty=PSScriptProperty PSTypeNameAttribute psvariable=PSVariable
    System.Management.Automation: psvariableproperty=PSVariableProperty ref=PSReference scriptblock=ScriptBlock
    System.Management.Automation: semver=SemanticVersion SupportsWildcards=SupportsWildcardsAttribute
    System.Management.Automation: switch=SwitchParameter ValidateCount=ValidateCountAttribute
    System.Management.Automation: ValidateDrive=ValidateDriveAttribute ValidateLength=ValidateLengthAttribute
    System.Management.Automation: ValidateNotNull=ValidateNotNullAttribute
    System.Management.Automation: ValidateNotNullOrEmpty=ValidateNotNullOrEmptyAttribute
    System.Management.Automation: ValidateNotNullOrWhiteSpace=ValidateNotNullOrWhiteSpaceAttribute
    System.Management.Automation: ValidatePattern=ValidatePatternAttribute ValidateRange=ValidateRangeAttribute
    System.Management.Automation: ValidateScript=ValidateScriptAttribute ValidateSet=ValidateSetAttribute
    System.Management.Automation: ValidateTrustedData=ValidateTrustedDataAttribute
    System.Management.Automation: ValidateUserDrive=ValidateUserDriveAttribute WildcardPattern
    System.Management.Automation.Language: NoRunspaceAffinity=NoRunspaceAffinityAttribute NullString
    System.Management.Automation.Runspaces: initialsessionstate=InitialSessionState runspace=Runspace
    System.Management.Automation.Runspaces: runspacefactory=RunspaceFactory
    System.Net: ipaddress=IPAddress IPEndpoint=IPEndPoint
    System.Net.Mail: mailaddress=MailAddress
    System.Net.NetworkInformation: PhysicalAddress
    System.Numerics: bigint=BigInteger
    System.Security: securestring=SecureString
    System.Security.AccessControl: ObjectSecurity
    System.Security.Cryptography.X509Certificates: X500DistinguishedName X509Certificate
    System.Text.RegularExpressions: regex=Regex
    System.Xml: xml=XmlDocument
    """

  /// Types without accelerator, by namespace.
  static let typeTable = """
    Microsoft.PowerShell: ExecutionPolicy ExecutionPolicyScope
    Microsoft.PowerShell.Commands: BaseCsvWritingCommand+QuoteKind BreakpointType DisplayHintType ExportAliasFormat
    Microsoft.PowerShell.Commands: JsonDateKind Language OutputAssemblyType SessionFilterState TestPathType
    Microsoft.PowerShell.Commands: UpdateHelpScope WebAuthenticationType WebRequestMethod WebSslProtocol
    System: Action Action`1 Action`2 Activator AggregateException AppDomain ApplicationException ArgumentException
    System: ArgumentNullException ArgumentOutOfRangeException ArithmeticException ArrayTypeMismatchException Attribute
    System: BadImageFormatException Base64FormattingOptions BitConverter Buffer Comparison`1 Console ConsoleColor
    System: ConsoleKey ConsoleKeyInfo ConsoleModifiers Convert Converter`2 DBNull DateOnly DateTimeKind DateTimeOffset
    System: DayOfWeek Delegate DivideByZeroException Enum Environment Environment+SpecialFolder
    System: EnvironmentVariableTarget EventArgs EventHandler EventHandler`1 Exception FlagsAttribute FormatException
    System: Func`1 Func`2 Func`3 GC Half ICloneable IComparable IComparable`1 IConvertible IDisposable IEquatable`1
    System: IFormattable IndexOutOfRangeException Int128 IntPtr InvalidCastException InvalidOperationException Lazy`1
    System: Math MathF MidpointRounding NotFiniteNumberException NotImplementedException NotSupportedException
    System: NullReferenceException Nullable Nullable`1 Object ObjectDisposedException ObsoleteAttribute
    System: OperatingSystem OperationCanceledException OutOfMemoryException OverflowException PlatformID
    System: PlatformNotSupportedException Predicate`1 Random RankException SerializableAttribute
    System: StackOverflowException StringComparer StringComparison StringSplitOptions SystemException TimeOnly
    System: TimeZoneInfo TimeoutException Tuple Tuple`1 Tuple`2 Tuple`3 TypeCode TypeInitializationException UIntPtr
    System: UnauthorizedAccessException UriBuilder UriComponents UriFormat UriFormatException UriHostNameType UriKind
    System: ValueTuple ValueTuple`2 ValueType
    System.Collections: ArrayList BitArray CollectionBase Comparer DictionaryBase DictionaryEntry ICollection
    System.Collections: IComparer IDictionary IEnumerable IEnumerator IEqualityComparer IList Queue
    System.Collections: ReadOnlyCollectionBase SortedList Stack
    System.Collections.Concurrent: ConcurrentBag`1 ConcurrentDictionary`2 ConcurrentQueue`1
    System.Collections.Generic: Comparer`1 Dictionary`2 HashSet`1 ICollection`1 IComparer`1 IDictionary`2
    System.Collections.Generic: IEnumerable`1 IEnumerator`1 IEqualityComparer`1 IList`1 ISet`1 KeyValuePair`2
    System.Collections.Generic: LinkedList`1 List`1 Queue`1 SortedDictionary`2 SortedList`2 SortedSet`1 Stack`1
    System.Collections.ObjectModel: Collection`1 ObservableCollection`1 ReadOnlyCollection`1
    System.Collections.Specialized: NameValueCollection NotifyCollectionChangedAction
    System.ComponentModel: CategoryAttribute Component DescriptionAttribute INotifyPropertyChanged
    System.Diagnostics: Process ProcessPriorityClass ProcessStartInfo ProcessWindowStyle Stopwatch TraceOptions
    System.Diagnostics.CodeAnalysis: SuppressMessageAttribute
    System.Globalization: CalendarWeekRule CompareInfo CompareOptions CultureTypes DateTimeFormatInfo DateTimeStyles
    System.Globalization: ISOWeek NumberFormatInfo NumberStyles RegionInfo StringInfo TextInfo UnicodeCategory
    System.IO: BinaryReader BinaryWriter Directory DirectoryInfo DirectoryNotFoundException DriveInfo
    System.IO: EndOfStreamException File FileAccess FileAttributes FileInfo FileMode FileNotFoundException FileShare
    System.IO: FileStream FileSystemInfo IOException MemoryStream Path PathTooLongException SearchOption SeekOrigin
    System.IO: Stream StreamReader StreamWriter StringReader StringWriter TextReader TextWriter UnixFileMode
    System.IO.Compression: CompressionMode GZipStream ZipFile
    System.Management.Automation: ActionPreference ActionPreferenceStopException AliasInfo Alignment
    System.Management.Automation: ArgumentTransformationAttribute CommandInfo CommandNotFoundException CommandTypes
    System.Management.Automation: CompletionResult CompletionResultType ConfirmImpact DriveNotFoundException
    System.Management.Automation: ErrorCategory ErrorCategoryInfo ErrorRecord ErrorView FunctionInfo
    System.Management.Automation: IArgumentCompleter IValidateSetValuesGenerator InvocationInfo ItemNotFoundException
    System.Management.Automation: JobState LanguagePrimitives MethodInvocationException ModuleAccessMode ModuleType
    System.Management.Automation: OutputRendering PSCmdlet PSCredentialTypes PSCredentialUIOptions PSInvocationState
    System.Management.Automation: PSLanguageMode PSMemberInfo PSMemberTypes PSMemberViewTypes PSMethod PSPropertyInfo
    System.Management.Automation: PSTraceSourceOptions ParameterBindingException ParseException PathInfo ProgressView
    System.Management.Automation: RunspaceMode RuntimeDefinedParameter RuntimeException ScopedItemOptions SessionState
    System.Management.Automation: SessionStateEntryVisibility SigningOption ValidateArgumentsAttribute
    System.Management.Automation: ValidateEnumeratedArgumentsAttribute ValidateRangeKind ValidationMetadataException
    System.Management.Automation: VariableAccessMode WhereOperatorSelectionMode
    System.Management.Automation.Configuration: ConfigScope
    System.Management.Automation.Language: Ast IScriptExtent ParseError Parser TokenFlags TokenKind
    System.Management.Automation.Remoting: SessionType
    System.Management.Automation.Runspaces: AuthenticationMechanism OutputBufferingMode RunspaceState
    System.Management.Automation.Subsystem: SubsystemKind
    System.Net: Dns HttpStatusCode IPNetwork NetworkCredential SecurityProtocolType WebClient WebException WebUtility
    System.Net.Http: HttpClient
    System.Net.Mail: DeliveryNotificationOptions MailPriority
    System.Net.Sockets: AddressFamily TcpClient
    System.Reflection: Assembly BindingFlags ProcessorArchitecture
    System.Runtime.InteropServices: RuntimeInformation
    System.Security.AccessControl: FileSystemRights
    System.Security.Cryptography: HMACSHA256 MD5 RandomNumberGenerator SHA1 SHA256 SHA512
    System.ServiceProcess: ServiceControllerStatus
    System.Text: ASCIIEncoding Encoding NormalizationForm StringBuilder UTF8Encoding UnicodeEncoding
    System.Text.RegularExpressions: Capture CaptureCollection Group GroupCollection Match MatchCollection RegexOptions
    System.Threading: ApartmentState CancellationToken CancellationTokenSource Monitor Mutex Thread ThreadState
    System.Threading.Tasks: Task Task`1
    System.Web: HttpUtility
    System.Xml: XmlAttribute XmlAttributeCollection XmlElement XmlNamespaceManager XmlNode XmlNodeList XmlNodeType
    System.Xml: XmlWriter XmlWriterSettings
    """
}
