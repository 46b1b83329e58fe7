package com.contoso.tollbooth.local.azure;

import com.contoso.tollbooth.local.AzureProfiles;

class StorageApiTests extends ServicesApiContract {
  StorageApiTests() {
    super(AzureProfiles.STORAGE);
  }
}
