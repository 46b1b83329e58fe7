package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentDocuments;
import com.contoso.tollbooth.usage.EnrollmentJson;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One document for each enrollment, as people enter it too; its id is its number, and it may be
 * without the element {@code id} anywhere but here.
 */
public final class CosmosEnrollments implements Enrollments {
  private final Items items;

  public CosmosEnrollments(UsageStore store) {
    items = store.enrollments();
  }

  @Override
  public List<Enrollment> all() {
    return documents().enrollments();
  }

  @Override
  public List<Unreadable> unreadable() {
    return documents().unreadable();
  }

  private EnrollmentDocuments documents() {
    var documents = new EnrollmentDocuments();
    for (Item item : items.query("SELECT * FROM c", Map.of(), Integer.MAX_VALUE)) {
      documents.read(item.id(), () -> Optional.of(enrollment(item)));
    }
    return documents;
  }

  @Override
  public Optional<Enrollment> find(EnrollmentNumber number) {
    return items.read(number.value(), number.value()).map(CosmosEnrollments::enrollment);
  }

  @Override
  public void put(Enrollment enrollment) {
    var document = new HashMap<>(EnrollmentJson.document(enrollment));
    document.put("id", enrollment.number().value());
    items.upsert(new Item(document), enrollment.number().value());
  }

  /** Without what is the database's. */
  private static Enrollment enrollment(Item item) {
    var document = new HashMap<>(item.fields());
    document.keySet().removeIf(name -> name.startsWith("_") || name.equals("id"));
    return EnrollmentJson.of(document);
  }
}
