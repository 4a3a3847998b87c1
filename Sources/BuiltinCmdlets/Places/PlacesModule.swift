package import CmdletKit
package import ShellObjects
import ShellTypes

/// The cmdlets about places and the items at them, for the list of the shell's own module.
package enum PlacesModule {
  package static var registrations: [CmdletRegistration] { items + contents + properties + places }

  /// The types of drives, locations, files and folders, for `TypeRegistry.register`.
  package static var typeDeclarations: [TypeDeclaration] { PlaceTypes.declarations + FileSystemTypes.declarations }

  private static var items: [CmdletRegistration] {
    [
      CmdletRegistration { GetChildItem() }, CmdletRegistration { GetItem() }, CmdletRegistration { NewItem() },
      CmdletRegistration { RemoveItem() }, CmdletRegistration { CopyItem() }, CmdletRegistration { MoveItem() },
      CmdletRegistration { RenameItem() }, CmdletRegistration { SetItem() }, CmdletRegistration { ClearItem() },
      CmdletRegistration { InvokeItem() }, CmdletRegistration { NewTemporaryFile() },
    ]
  }

  private static var contents: [CmdletRegistration] {
    [
      CmdletRegistration { GetContent() }, CmdletRegistration { SetContent() }, CmdletRegistration { AddContent() },
      CmdletRegistration { ClearContent() },
    ]
  }

  private static var properties: [CmdletRegistration] {
    [
      CmdletRegistration { GetItemProperty() }, CmdletRegistration { GetItemPropertyValue() },
      CmdletRegistration { SetItemProperty() }, CmdletRegistration { ClearItemProperty() },
      CmdletRegistration { NewItemProperty() }, CmdletRegistration { RemoveItemProperty() },
      CmdletRegistration { RenameItemProperty() }, CmdletRegistration { CopyItemProperty() },
      CmdletRegistration { MoveItemProperty() },
    ]
  }

  private static var places: [CmdletRegistration] {
    [
      CmdletRegistration { TestPath() }, CmdletRegistration { ResolvePath() }, CmdletRegistration { ConvertPath() },
      CmdletRegistration { SplitPath() }, CmdletRegistration { JoinPath() }, CmdletRegistration { GetLocation() },
      CmdletRegistration { SetLocation() }, CmdletRegistration { PushLocation() }, CmdletRegistration { PopLocation() },
      CmdletRegistration { GetPSDrive() }, CmdletRegistration { NewPSDrive() }, CmdletRegistration { RemovePSDrive() },
      CmdletRegistration { GetPSProvider() },
    ]
  }
}
